/* The upload: drop a file, see its name, learn at once when it is too large. */
"use strict";

(() => {
  for (const area of document.querySelectorAll("[data-drop]")) {
    const input = area.querySelector("input[type=file]");
    const picked = area.querySelector("[data-picked]");

    const name = () => {
      picked.textContent = [...input.files].map((file) => file.name).join(", ");
      area.classList.toggle("has-file", input.files.length > 0);
    };

    input.addEventListener("change", name);
    for (const over of ["dragenter", "dragover"]) {
      area.addEventListener(over, (event) => {
        event.preventDefault();
        area.classList.add("over");
      });
    }
    for (const out of ["dragleave", "drop"]) {
      area.addEventListener(out, () => area.classList.remove("over"));
    }
    area.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!event.dataTransfer.files.length) return;
      const one = new DataTransfer();
      one.items.add(event.dataTransfer.files[0]);
      input.files = one.files;
      name();
    });
    name();
  }

  const upload = document.getElementById("upload");
  if (!upload) return;
  const errors = document.getElementById("upload-errors");

  function complain(words) {
    const box = document.createElement("div");
    box.className = "notice danger";
    box.setAttribute("role", "alert");
    const line = document.createElement("p");
    line.textContent = words;
    box.append(line);
    errors.replaceChildren(box);
  }

  upload.addEventListener("htmx:beforeRequest", (event) => {
    const file = upload.querySelector("input[type=file]").files[0];
    if (file && file.size > Number(upload.dataset.limit)) {
      event.preventDefault();
      complain(upload.dataset.tooLarge);
    }
  });
  upload.addEventListener("htmx:sendError", () => complain(upload.dataset.broken));
  upload.addEventListener("htmx:responseError", (event) => {
    complain(event.detail.xhr.status === 413 ? upload.dataset.tooLarge : upload.dataset.broken);
  });
})();
