import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { randomFrom, pick } from "../chaos/random.js";
import { codeOf } from "../house/api.js";
import { Hall, type People } from "../house/hall.js";

const LIMIT = 64 * 1024;

/** A frame as a client sends it, masked with zeros; every part may be wrong. */
const frame = (first: number, body: Buffer, length = body.length): Buffer => {
  const size =
    length < 126
      ? Buffer.from([0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | 126, length >> 8, length & 0xff])
        : Buffer.concat([Buffer.from([0x80 | 127, 0, 0, 0, 0]), bytesOf(length)]);
  return Buffer.concat([Buffer.from([first]), size, Buffer.alloc(4), body]);
};

const bytesOf = (length: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
};

const [TEXT, FINAL] = [0x1, 0x80];
const INIT = frame(FINAL | TEXT, Buffer.from('{"type":"connection_init"}'));

/** What no client would send, and the codes that may close the socket for it. */
const WRONGS: Readonly<Record<string, { readonly bytes: () => Buffer; readonly codes: readonly number[] }>> =
  {
    "an unknown opcode": { bytes: () => frame(FINAL | 0x3, Buffer.from("x")), codes: [1002] },
    "reserved bits": { bytes: () => frame(FINAL | 0x70 | TEXT, Buffer.from("x")), codes: [1002] },
    "no mask": { bytes: () => Buffer.from([FINAL | TEXT, 1, 0x78]), codes: [1002] },
    "a ping in parts": { bytes: () => frame(0x9, Buffer.from("x")), codes: [1002] },
    "a part of nothing": { bytes: () => frame(FINAL, Buffer.from("x")), codes: [1002] },
    "text that is not UTF-8": { bytes: () => frame(FINAL | TEXT, Buffer.from([0xc3, 0x28])), codes: [1007] },
    "a message that is too long": {
      bytes: () => frame(FINAL | TEXT, Buffer.alloc(0), LIMIT + 1),
      codes: [1009],
    },
    "no JSON": { bytes: () => frame(FINAL | TEXT, Buffer.from("{")), codes: [4400] },
    "an unknown type": { bytes: () => frame(FINAL | TEXT, Buffer.from('{"type":"shout"}')), codes: [4400] },
    "a second greeting": { bytes: () => Buffer.concat([INIT, INIT]), codes: [4429] },
    noise: { bytes: () => randomBytes(64), codes: [1002, 1007, 1009, 4400, 4408] },
  };

const openBelow = async (port: number): Promise<Socket> => {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.write(
    `GET /graphql HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n` +
      "Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n",
  );
  await once(socket, "data");
  return socket;
};

/** The code of the closing frame among the short ones that a node sends; undefined where there is none. */
const codeIn = (said: Buffer): number | undefined => {
  let at = 0;
  while (at + 1 < said.length) {
    const [first, length] = [said[at] ?? 0, said[at + 1] ?? 0];
    if (first === 0x88 && said.length >= at + 4) return said.readUInt16BE(at + 2);
    at += 2 + length;
  }
  return undefined;
};

/** The code that the node closes the socket with; 0 where it ends without. The node need not wait for a farewell of ours. */
const closingCode = (socket: Socket): Promise<number> =>
  new Promise((resolve) => {
    let said = Buffer.alloc(0);
    socket.on("data", (chunk: Buffer) => {
      said = Buffer.concat([said, chunk]);
      const code = codeIn(said);
      if (code === undefined) return;
      resolve(code);
      socket.destroy();
    });
    socket.once("close", () => resolve(0));
  });

const TOGETHER = 20;

/** Says one wrong thing, on a socket of its own; the fault, where it is not closed as it should be. */
const shout = async (port: number, random: () => number): Promise<string[]> => {
  const [name, { bytes, codes }] = pick(random, Object.entries(WRONGS));
  const socket = await openBelow(port);
  const closed = closingCode(socket);
  socket.write(bytes());
  const code = await closed;
  return codes.includes(code) ? [] : [`${name}: closed with ${code}`];
};

/** Says something wrong so many times, drawn by the seed; what came of it that should not have, a line each. */
export const shoutAll = async (people: People, count: number, seed: number): Promise<string[]> => {
  const hall = await Hall.open(people);
  const port = Number(new URL(people.leader.api.url).port);
  const random = randomFrom(seed);
  const faults: string[] = [];
  for (let done = 0; done < count; done += TOGETHER) {
    const lot = Array.from({ length: Math.min(TOGETHER, count - done) }, () => shout(port, random));
    faults.push(...(await Promise.all(lot)).flat());
  }
  const asked = await hall.author.api.ask("{ serverTime }");
  return asked.errors ? [...faults, `then nobody was served: ${codeOf(asked)}`] : faults;
};
