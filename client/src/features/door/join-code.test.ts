import { describe, expect, it } from "vitest";
import { asCode, tokenOf } from "./join-code.js";

describe("asCode", () => {
  it("forgives spaces, hyphens and small letters", () => {
    expect(asCode(" k7m-2 qx")).toBe("K7M2QX");
  });

  it("takes the code out of a pasted address", () => {
    expect(asCode("http://sal.example:4000/j/k7m2qx?x=1")).toBe("K7M2QX");
  });

  it("never grows past six characters", () => {
    expect(asCode("K7M2QXAAAA")).toBe("K7M2QX");
  });
});

describe("tokenOf", () => {
  it("reads the token of a whole link and refuses anything else", () => {
    expect(tokenOf(" https://ordskifte.example/inn/aB-9_c ")).toBe("aB-9_c");
    expect(tokenOf("https://ordskifte.example/j/K7M2QX")).toBeNull();
    expect(tokenOf("aB9c")).toBeNull();
  });
});
