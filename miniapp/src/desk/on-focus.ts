/** WeChat shows a page anew when one comes back to it, which pages hear by themselves. */
export const onFocus =
  (_: () => void): (() => void) =>
  () => {}
