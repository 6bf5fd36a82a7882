import { useState } from "react";

/** Columns where there is room, or one list at any width. */
export type BoardForm = "columns" | "list";

const REMEMBERED = "ordskifte.board";

/** How this device shows boards, and a way to change it for this board and the next ones. */
export function useBoardForm(): [BoardForm, () => void] {
  const [form, setForm] = useState(read);
  const change = () => {
    const other = form === "list" ? "columns" : "list";
    setForm(other);
    try {
      localStorage.setItem(REMEMBERED, other);
    } catch {
      // A browser that keeps nothing: for this visit.
    }
  };
  return [form, change];
}

function read(): BoardForm {
  try {
    return localStorage.getItem(REMEMBERED) === "list" ? "list" : "columns";
  } catch {
    return "columns";
  }
}
