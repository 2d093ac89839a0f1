/** The page that is left this way is not the one that Back returns to. */
document.getElementById("quick-exit").addEventListener("click", (event) => {
  event.preventDefault();
  window.location.replace(event.currentTarget.href);
});
