import type { Fields } from "../house/api.js";
import type { Hall } from "../house/hall.js";

/** What no error may let out: SQL, tables and columns, stack traces, files, and the libraries below. */
export const INTERNALS =
  /\b(select|insert into|update \w+ set|delete from|drop table|work_group|vote_round|contribution_link|person_id|token_hash|relation|constraint|syntax error|stack|typeorm|postgres|pg_\w+)\b|node_modules|\/(dist|src|server|tmp|root|home)\/|\bat \S+ \(|\.(js|ts):\d/i;

const PICTURE = `query ($id: ID!) { gathering(id: $id) {
  title place state joinCode currentItemId phase cursor clock { state } projection { view }
  headCount { devices people units } units { name municipality }
  programme { id title position minutes instruction openedAt writing naming }
  people { edges { node { id name people unit { name } } } }
  groups { id boardId members { id } }
  voteRounds { id title state votedCount candidates { ideaId } }
  contributions { edges { node { id body revision visibility } } } } }`;
const BOARD = "query ($id: ID!) { board(id: $id) { title frozen cursor } }";
const NETWORK =
  "query ($id: ID!) { network(id: $id) { name units { id } gatherings { id } members { totalCount } } }";

/** All that a leader sees of a hall and its network, with where each stream stands: a write that leaves a trace shows here. */
export const pictureOf = async ({ lead, id, boardId, otherBoardId, people }: Hall): Promise<Fields> => ({
  gathering: await lead.read(PICTURE, { id }),
  board: await lead.read(BOARD, { id: boardId }),
  otherBoard: await lead.read(BOARD, { id: otherBoardId }),
  network: await lead.read(NETWORK, { id: people.network.networkId }),
});
