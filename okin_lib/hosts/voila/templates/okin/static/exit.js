/** The page that is left this way is not the one that Back returns to; where it is in a frame, nor is that around it. */
document.getElementById("quick-exit").addEventListener("click", (event) => {
  event.preventDefault();
  const { href } = event.currentTarget;
  try {
    window.top.location.replace(href);
  } catch { // a frame may not be allowed to
    window.location.replace(href);
  }
});
