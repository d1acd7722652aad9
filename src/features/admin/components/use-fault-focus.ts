import { useEffect, useRef } from 'react';

/** For a form on the page: with each vain attempt to save, the first field with a fault in it takes the focus. */
export function useFaultFocus(attempts: number) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);
  return form;
}
