export { CallerResolver } from "./caller.resolver.js";
export { ViewerType } from "./viewer.type.js";
