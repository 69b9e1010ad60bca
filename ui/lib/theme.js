// @ts-check
/** The theme: the system's, or the one chosen in the settings. */

/** @param {'system' | 'light' | 'dark'} theme */
export function applyTheme(theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
