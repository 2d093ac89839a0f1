/** A page of the static site: what it has loaded is then kept for the next visit; a browser may refuse to. */

import { compute } from "./compute.js";

const keepForNextVisit = () => navigator.serviceWorker?.register(document.body.dataset.offline).catch(() => {});

compute({ begun: keepForNextVisit });
