/* A planner's file: read by the server, shown before anything is done. */
(function () {
  "use strict";
  const climate = (window.climate = window.climate || {});

  async function read(file) {
    const place = document.getElementById("import-report");
    const query = new URLSearchParams(window.location.search);
    query.set("file", file.name);
    const response = await fetch("import?" + query, { method: "POST", body: file });
    const answer = response.ok ? await response.json() : { headline: response.statusText, lines: [] };
    const title = document.createElement("p");
    title.className = "import-headline";
    title.textContent = answer.headline;
    const list = document.createElement("ul");
    for (const line of answer.lines) list.append(Object.assign(document.createElement("li"), { textContent: line }));
    place.replaceChildren(title, list);
    if (answer.go) place.append(apply(answer));
  }

  /* The plan that the file makes; what was chosen since stays as it is. */
  function planned(go) {
    const query = new URLSearchParams(window.location.search), wanted = new URLSearchParams(go);
    for (const name of ["scenario", "new"]) {
      query.delete(name);
      wanted.getAll(name).forEach((value) => query.append(name, value));
    }
    return climate.text(query);
  }

  function apply(answer) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "act";
    button.textContent = answer.apply;
    button.addEventListener("click", () => {
      const again = document.querySelector('[data-plan="import"]');
      again.focus();
      climate.keepFocus(again);
      document.getElementById("import-report").replaceChildren();
      climate.go(planned(answer.go));
    });
    return button;
  }

  /** Let the planner choose a file. */
  climate.importFile = function () {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".csv,.txt,.xlsx";
    input.id = "import-file";
    input.hidden = true;
    document.getElementById("import-file")?.remove();
    document.body.append(input);
    input.addEventListener("change", () => input.files[0] && read(input.files[0]));
    input.click();
  };
})();
