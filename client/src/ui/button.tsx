import { clsx } from "clsx/lite";
import { cloneElement, type ComponentProps, isValidElement, type ReactElement } from "react";
import { Spinner } from "./spinner.js";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: "primary" | "secondary" | "tertiary";
  /** Shows that what it does is on its way. */
  loading?: boolean;
  /** It has no text but an icon; then it needs an `aria-label`. */
  icon?: boolean;
  /** Its one child, such as a link, gets the looks. */
  asChild?: boolean;
  "data-color"?: string;
  "data-size"?: "sm" | "md" | "lg";
  "data-fullwidth"?: boolean;
  "data-command"?: "close";
}

/** Designsystemet's button, by its styles; its component brings more code than a phone should fetch before one can type. */
export function Button(props: ButtonProps) {
  const { variant = "primary", loading, icon, asChild, className, children, ...rest } = props;
  const looks = {
    className: clsx("ds-button", className),
    "data-variant": variant,
    "data-icon": icon || undefined,
    "aria-busy": loading || undefined,
  };
  if (asChild && isValidElement(children))
    return cloneElement(children as ReactElement<Record<string, unknown>>, { ...looks, ...rest });
  return (
    <button type="button" {...looks} {...rest}>
      {loading && <Spinner />}
      {icon && loading ? null : children}
    </button>
  );
}
