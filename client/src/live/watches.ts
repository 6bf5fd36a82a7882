// What is watched for once there is something on the screen: fetched after that, so that one can type sooner.
export { keepAboveKeys } from "../app/keep-above-keys.js";
export { watchWaking } from "./waking.js";
