// Comforts on top of pages that work without: nothing here is needed to use the counter.
"use strict";

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent) {
        event.preventDefault();
        return;
    }
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-disabled", "true");
});

// Who comes back by the back button may send the form again.
window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
        delete form.dataset.sent;
        for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
    }
});

// A refused form starts at what was wrong.
document.querySelector("[data-focus]")?.focus();

// A file that is too large is told before it travels.
for (const input of document.querySelectorAll("input[type=file][data-most]")) {
    input.addEventListener("change", () => {
        const isTooLarge = [...input.files].some((file) => file.size > Number(input.dataset.most));
        input.setCustomValidity(isTooLarge ? input.dataset.tooLarge : "");
        if (isTooLarge) input.reportValidity();
    });
}

// How much may still be typed.
for (const area of document.querySelectorAll("textarea[data-longest]")) {
    const left = document.createElement("p");
    left.className = "left";
    left.setAttribute("aria-live", "polite");
    area.after(left);
    const show = () => {
        left.textContent = `${Number(area.dataset.longest) - area.value.length} ${area.dataset.left}`;
    };
    area.addEventListener("input", show);
    show();
}

// The menu of the person closes when attention goes elsewhere.
for (const menu of document.querySelectorAll("details.person")) {
    document.addEventListener("click", (event) => {
        if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        menu.open = false;
        menu.querySelector("summary").focus();
    });
}

// A long list of choices gets a box that shows only those with the words typed.
for (const list of document.querySelectorAll("[data-filter]")) {
    const box = document.createElement("div");
    box.className = "field";
    const label = document.createElement("label");
    label.textContent = list.dataset.filter;
    const input = document.createElement("input");
    input.type = "search";
    input.className = "input width-l";
    input.id = `${list.id}-filter`;
    input.autocomplete = "off";
    label.htmlFor = input.id;
    const none = document.createElement("p");
    none.setAttribute("role", "status");
    box.append(label, input, none);
    list.before(box);
    const folded = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
    const groups = [...list.querySelectorAll("details")];
    const wasOpen = new Map(groups.map((group) => [group, group.open]));
    input.addEventListener("input", () => {
        const words = folded(input.value).split(/\s+/).filter(Boolean);
        let shown = 0;
        for (const group of groups) {
            let here = 0;
            for (const choice of group.querySelectorAll(".choice")) {
                const text = folded(choice.textContent);
                choice.hidden = !words.every((word) => text.includes(word));
                if (!choice.hidden) here += 1;
            }
            group.hidden = here === 0;
            group.open = words.length > 0 ? here > 0 : wasOpen.get(group);
            shown += here;
        }
        none.textContent = shown === 0 ? list.dataset.filterNone : "";
    });
    input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") event.preventDefault();
    });
}

// A question before an act that cannot be undone: <form data-confirm="…" data-confirm-yes="…" data-confirm-no="…">.
for (const form of document.querySelectorAll("form[data-confirm]")) {
    const dialog = document.createElement("dialog");
    const text = document.createElement("p");
    text.id = `confirm-${Math.random().toString(36).slice(2)}`;
    text.textContent = form.dataset.confirm;
    dialog.setAttribute("aria-labelledby", text.id);
    const row = document.createElement("div");
    row.className = "buttons";
    const yes = document.createElement("button");
    yes.className = "button danger";
    yes.textContent = form.dataset.confirmYes;
    const no = document.createElement("button");
    no.className = "button secondary";
    no.textContent = form.dataset.confirmNo;
    row.append(yes, no);
    dialog.append(text, row);
    document.body.append(dialog);
    let pressed = null;
    no.addEventListener("click", () => dialog.close());
    yes.addEventListener("click", () => {
        form.dataset.confirmed = "yes";
        dialog.close();
        form.requestSubmit(pressed);
    });
    form.addEventListener("submit", (event) => {
        if (form.dataset.confirmed) return;
        event.preventDefault();
        event.stopPropagation();
        pressed = event.submitter;
        dialog.showModal();
    });
}
