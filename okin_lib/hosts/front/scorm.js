/**
 * A page of a SCORM 1.2 package: the course around it hears that the notebook was opened, and that it is
 * complete, which is once every prediction is committed and its last question was on the screen.
 */

import { compute } from "./compute.js";
import { Course } from "./course.js";

const NOTHING_ELSE = "It is told nothing of what you choose or write.";
const OPENED =
  "Your course is told that you opened this notebook; and, once each prediction is committed and you have " +
  "come to the last question, that you completed it. " + NOTHING_ELSE;
const COMPLETE = "Your course has been told that you completed this notebook. " + NOTHING_ELSE;
const NO_COURSE =
  "No course could be told that this notebook was opened, so none will be told that it is complete. All else works.";
const NOT_TAKEN = "Your course was to be told that you completed this notebook, and did not take it up.";

function reportToCourse() {
  const course = new Course();
  const line = document.getElementById("told");
  let predicted = false;
  let reached = false;

  function look() {
    if (!predicted || !reached || course.isComplete) return;
    line.textContent = course.complete() ? COMPLETE : NOT_TAKEN;
  }

  if (!course.open()) line.textContent = NO_COURSE;
  else line.textContent = course.isComplete ? COMPLETE : OPENED;
  new IntersectionObserver((seen) => {
    reached ||= seen.some((each) => each.isIntersecting);
    look();
  }).observe(document.querySelector('.okin[data-part="exit"]'));
  window.addEventListener("pagehide", () => course.end());
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload()); // it has said goodbye

  return ({ message }) => {
    predicted ||= message?.predicted === true;
    look();
  };
}

compute({ heard: reportToCourse() });
