import { Button, type ButtonProps } from "../../ui/button.js";
import type { ReactNode } from "react";
import { Icon, type IconName } from "../../ui/icons.js";

type ActButtonProps = Omit<ButtonProps, "loading" | "onClick" | "icon"> & {
  isBusy?: boolean;
  icon?: IconName;
  /** Left out where the button submits a form. */
  onPress?: () => void;
  children: ReactNode;
};

/** A button that shows at once that its act is on its way. */
export function ActButton({ isBusy = false, icon, onPress, children, ...rest }: ActButtonProps) {
  return (
    <Button {...rest} loading={isBusy} onClick={() => !isBusy && onPress?.()}>
      {!isBusy && icon && <Icon name={icon} />}
      {children}
    </Button>
  );
}
