import { connect, type Socket } from "node:net";

/** An address has some 28,000 ports to call from, so many callers come from several. */
const CALLERS_AN_ADDRESS = 4_096;
const ADDRESSES = 8;
/** What comes is read into one place for all callers: fresh memory for each reading costs more than the reading. */
const place = Buffer.alloc(256 * 1_024);
let opened = 0;

const ownAddress = (): string => `127.0.0.${1 + (Math.floor(opened++ / CALLERS_AN_ADDRESS) % ADDRESSES)}`;

/**
 * A connection to a server on this machine. One that cannot be made, or that breaks, is closed.
 * @param take is given what came; the bytes stand only until it returns.
 */
export const dial = (port: number, take: (chunk: Buffer) => void): Socket => {
  const callback = (length: number): boolean => {
    take(place.subarray(0, length));
    return true;
  };
  const onread = { buffer: place, callback };
  const socket = connect({ host: "127.0.0.1", port, noDelay: true, localAddress: ownAddress(), onread });
  socket.on("error", () => socket.destroy());
  return socket;
};

/** What came before and was not a whole, and what came now. */
export const joined = (rest: Buffer | null, chunk: Buffer): Buffer =>
  rest ? Buffer.concat([rest, chunk]) : chunk;

/** What is to be kept of bytes that are overwritten soon; null where all was taken. */
export const leftOf = (bytes: Buffer, taken: number): Buffer | null =>
  taken < bytes.length ? Buffer.from(bytes.subarray(taken)) : null;
