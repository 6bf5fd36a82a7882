/** Lets the browser ask once more before the page is closed, where that would lose what somebody wrote. */
export function askBeforeLeaving(wouldLose: () => boolean): void {
  window.addEventListener("beforeunload", (event) => {
    if (wouldLose()) event.preventDefault();
  });
}
