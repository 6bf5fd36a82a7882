// Writes a .br and a .gz beside each file of a built client that is worth it, so that the server compresses nothing.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const WORTH_IT = /\.(css|html|ico|js|json|svg|txt|webmanifest|xml)$/;
const SMALLEST = 1_024;

const encoders = {
  br: (data) => promisify(brotliCompress)(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gz: (data) => promisify(gzip)(data, { level: 9 }),
};

async function precompress(file) {
  const data = await readFile(file);
  if (data.length < SMALLEST) return;
  for (const [ending, encode] of Object.entries(encoders))
    await writeFile(`${file}.${ending}`, await encode(data));
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("Name the folder of the built client.");
const entries = await readdir(folder, { recursive: true, withFileTypes: true });
const files = entries.filter((entry) => entry.isFile() && WORTH_IT.test(entry.name));
await Promise.all(files.map((file) => precompress(join(file.parentPath, file.name))));
