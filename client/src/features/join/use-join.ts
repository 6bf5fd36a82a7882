import { JoinDocument } from "@ordskifte/schema";
import { useState } from "react";
import { useLocation } from "wouter";
import { become, Unanswered } from "../../app/become.js";
import { isRefusal, type Refused } from "../../i18n/refusals.js";
import { asInput, type JoinDraft } from "./join-draft.js";

export interface Joining {
  busy: boolean;
  /** What the server answered, if it would not let us in. */
  refusal: (Refused & { field?: string }) | null;
  /** No answer: the net or the server is away. */
  failed: boolean;
  join: (draft: JoinDraft) => Promise<void>;
}

/** Joins, tells the live layer who we have become, and goes to the gathering; `joined` hears of it first. */
export function useJoin(code: string, joined: () => void): Joining {
  const [state, setState] = useState<Omit<Joining, "join">>({ busy: false, refusal: null, failed: false });
  const [, navigate] = useLocation();
  const join = async (draft: JoinDraft) => {
    setState({ busy: true, refusal: null, failed: false });
    try {
      const result = await become(JoinDocument, asInput(draft, code), "Joined");
      if (isRefusal(result)) return setState({ busy: false, refusal: result, failed: false });
      joined();
      navigate(`/g/${result.gathering.id}`, { replace: true });
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      setState({ busy: false, refusal: null, failed: true });
    }
  };
  return { ...state, join };
}
