export { ErasureResolver } from "./erasure.resolver.js";
