// Before the first paint, so that nobody who chose dark is dazzled: a file of its own, because the content security
// policy allows no script inside the page. The rest is in src/lib/theme.ts.
try {
  const theme = localStorage.getItem('frontdesk-theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.content = theme === 'dark' ? '#0D1413' : '#E6EBE9';
    }
  }
} catch {
  // A browser that keeps nothing for pages: it looks as the computer does.
}
