/** The lessons of a page over one socket to the process that holds them. When it is lost it comes back by itself. */

import { PageOfLessons } from "./lessons.js";
import { Line } from "./line.js";

const GOES_ON = "There is nothing to do: it goes on by itself, from where you are, once that answers again.";
const NOT_CONNECTED =
  "This page can be read, but what computes it cannot be reached yet, so its controls do nothing. " +
  "It tries again by itself.";
const PATIENT_FOR = 5000;

function addressOfSocket() {
  const url = new URL(document.body.dataset.socket, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url;
}

const page = new PageOfLessons((its) => new Line(addressOfSocket(), its), GOES_ON);
setTimeout(() => page.isOpen || page.say(NOT_CONNECTED), PATIENT_FOR);
