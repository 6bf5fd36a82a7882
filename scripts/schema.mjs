// `npm run schema`: writes schema/ anew from what the server offers, and the typed operations from that.
import { makeAgain } from "./checks/schema-drift.mjs";
import { prepare } from "./workspace/prepare.mjs";

await prepare("schema", "server");
const { code, output } = await makeAgain();
process.stdout.write(output);
process.exitCode = code;
