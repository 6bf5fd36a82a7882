/** Less than this is the browser's own bar coming and going, not keys. Pixels. */
const LEAST = 120;

/**
 * On iPhones the keys lie over the page: its size stays, and only `visualViewport` tells how much of it is seen. Windows keep
 * above them by `--os-keys` (ui/dialog.module.css). A page that is magnified is left alone.
 */
export function keepAboveKeys(seen = window.visualViewport): void {
  const measure = () => {
    if (!seen) return;
    const covered = Math.round(window.innerHeight - seen.height - seen.offsetTop);
    const { style } = document.documentElement;
    if (seen.scale > 1.05 || covered < LEAST) style.removeProperty("--os-keys");
    else style.setProperty("--os-keys", `${covered}px`);
  };
  seen?.addEventListener("resize", measure);
  seen?.addEventListener("scroll", measure);
}
