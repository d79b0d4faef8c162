/* The map as a picture of twice its size, made where the reader is: downloaded, or copied to paste into a slide. */
import { map } from "../map/instrument.js";
import * as announce from "./announce.js";
import { around, only } from "./elements.js";

const TIMES = 2; // pixels of the picture for each of the SVG's
const fontAddress = () => document.body.dataset.assets + "fonts/inter-latin.woff2";

/* The picture that the address stands for, in the theme that the reader sees. */
function query() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const parameters = new URLSearchParams(window.location.search);
  if (!parameters.has("theme")) parameters.set("theme", dark ? "dark" : "light");
  return "?" + parameters;
}

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/**
 * @param {Blob} blob
 * @returns {Promise<string>} the whole of it, as a data: address
 */
function asAddress(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}

/* An image knows no font but those it carries: the page's own goes into it, the one its names were measured by. */
async function drawing() {
  const [svg, font] = await Promise.all([
    fetched("export/map.svg" + query()).then((answer) => answer.text()),
    fetched(fontAddress()).then((answer) => answer.blob()).then(asAddress),
  ]);
  const face = `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(${font})}</style>`;
  return new Blob([svg.replace("<defs>", face + "<defs>")], { type: "image/svg+xml" });
}

/** @returns {Promise<Blob>} */
async function picture() {
  const address = URL.createObjectURL(await drawing());
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas"), context = canvas.getContext("2d");
    if (!context) throw new Error("the browser draws no pictures");
    canvas.width = TIMES * image.naturalWidth;
    canvas.height = TIMES * image.naturalHeight;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) => {
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the picture is empty"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** @param {Blob} blob */
async function download(blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = "map.png";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000); // when the browser has surely read it
}

/**
 * The clipboard is asked for at once, while the press still counts as the reader's; the picture follows.
 * @param {Promise<Blob>} making
 */
async function copy(making) {
  if (!navigator.clipboard || !window.ClipboardItem) throw new Error("no clipboard at this address");
  await navigator.clipboard.write([new ClipboardItem({ "image/png": making })]);
}

/**
 * @param {string} text
 * @param {boolean} lasting
 */
function say(text, lasting) {
  only('[data-picture="said"]').textContent = lasting ? text : "";
  if (text) announce.say(text);
}

/** @param {Event} event */
async function press(event) {
  const button = around(event, "button[data-picture]");
  if (!button || button.getAttribute("aria-disabled") === "true") return;
  const copies = button.dataset.picture === "copy", making = picture();
  making.catch(() => {}); // said below, once
  button.setAttribute("aria-disabled", "true");
  try {
    if (copies) await copy(making);
    else await making.then(download);
    say((copies && map.captions?.copied) || "", false);
  } catch {
    const made = await making.then(() => true, () => false);
    say((made ? button.dataset.refused : button.dataset.failed) || "", true);
    if (made) only('button[data-picture="download"]').focus();
  } finally {
    button.removeAttribute("aria-disabled");
  }
}

/** Let the buttons make pictures. */
export function makePictures() {
  document.addEventListener("click", press);
}
