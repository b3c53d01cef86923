// Where no header can say frame-ancestors: inside somebody else's page ours shows nothing, so that nobody presses in ours
// what they think to press in theirs, and takes the whole window where the browser lets it.
if (self !== top) {
  document.documentElement.style.display = 'none'
  try {
    top.location = self.location.href
  } catch {
    // A sandboxed frame may not: it stays empty.
  }
}
