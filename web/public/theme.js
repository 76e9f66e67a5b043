// Before the first paint, so that nobody who chose the other theme sees a flash of this one.
try {
  const theme = localStorage.getItem('movierec.theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch { /* No storage, no choice. */ }
