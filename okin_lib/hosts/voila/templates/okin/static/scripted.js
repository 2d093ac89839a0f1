/** What only a script can show again is hidden only where one runs, and never longer than the page comes. */
document.documentElement.toggleAttribute("data-scripted", true);
document.addEventListener("DOMContentLoaded", () => document.documentElement.toggleAttribute("data-stepped", true));
