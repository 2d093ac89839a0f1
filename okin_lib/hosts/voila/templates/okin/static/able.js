/** Says why, where what computes a page cannot run. In words that the oldest browsers understand. */

(function () {
  var READ = "All of this page can be read. To predict, and to switch facts, it needs ";
  var SERVED = "to come from a web server: in its folder, run python3 -m http.server (on Windows py), and open the address that it prints.";
  var NEWER = "a newer browser than this one, since the page computes itself.";
  var MEMORY = "more memory than this device says it has, since the page computes itself.";
  var LITTLE = 1; // gigabytes, as a browser rounds them

  function takesModules() {
    var asked = false;
    try {
      new Worker("blob:", { get type() { asked = true; return "module"; } }).terminate();
    } catch (refused) { // there is nothing at that address
    }
    return asked;
  }

  function whatIsLacking() {
    if (location.protocol === "file:") return SERVED;
    if (!window.WebAssembly || !("noModule" in HTMLScriptElement.prototype) || !takesModules()) return NEWER;
    return navigator.deviceMemory <= LITTLE ? MEMORY : "";
  }

  var lacks = whatIsLacking();
  var said = document.getElementById("unable");
  if (!lacks) return;
  document.documentElement.setAttribute("data-unable", "");
  said.textContent = READ + lacks;
  said.hidden = false;
})();
