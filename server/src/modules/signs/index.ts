export { Sign } from "./sign.entity.js";
export { Turn } from "./turn.entity.js";
export { signShapes } from "./sign.live.js";
export { groupReadyPresenter, signCountPresenter, signPresenter, turnPresenter } from "./sign.presenter.js";
export { GroupReadyPut, SignCountPut, SignPut, TurnPut } from "./sign.type.js";
export { SignResolver } from "./sign.resolver.js";
export { keepSigns } from "./attendance.js";
