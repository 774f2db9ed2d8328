// The map of the radar, on top of pages that say the same without it. Groups come counted from the server.
"use strict";

(() => {
    const frame = document.querySelector("[data-map]");
    if (!frame || !window.L) return;
    const L = window.L;
    const data = frame.dataset;
    const canvas = frame.querySelector("[data-canvas]");
    const status = frame.querySelector("[data-status]");
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const degrees = (text) => text.split(",").map(Number);
    const bounds = ([south, west, north, east]) => L.latLngBounds([south, west], [north, east]);
    frame.hidden = false;

    const map = L.map(canvas, {
        zoomControl: false,
        attributionControl: Boolean(data.tiles),
        boxZoom: false,
        minZoom: 7,
        maxZoom: 17,
        maxBounds: [[48.5, 0.8], [52.5, 8.2]],
        maxBoundsViscosity: 0.8,
        zoomAnimation: !isCalm,
        fadeAnimation: !isCalm,
        markerZoomAnimation: !isCalm,
        inertia: !isCalm,
        keyboard: true,
    });
    L.control.zoom({ zoomInTitle: data.zoomIn, zoomOutTitle: data.zoomOut }).addTo(map);
    if (data.tiles) {
        canvas.classList.add("tiled");
        map.attributionControl.setPrefix(false);
        L.tileLayer(data.tiles, { attribution: data.attribution, maxZoom: 17 }).addTo(map);
    }
    map.fitBounds(bounds(degrees(data.view)), { animate: false });

    // Outlines: provinces always, municipalities from near by. Colours are classes of the style sheet.
    const outline = (className) => ({ interactive: false, style: () => ({ className }) });
    const fetched = async (url, signal) => {
        const answer = await fetch(url, { signal, headers: { accept: "application/json" } });
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
    };
    fetched(data.provinces).then((shapes) => L.geoJSON(shapes, outline("outline province")).addTo(map).bringToBack(), () => {});
    let municipalities = null;
    const showMunicipalities = () => {
        if (map.getZoom() < 10) {
            municipalities?.then((layer) => layer?.remove());
            return;
        }
        municipalities ??= fetched(data.municipalities).then((shapes) => L.geoJSON(shapes, outline("outline municipality")), () => null);
        municipalities.then((layer) => { if (map.getZoom() >= 10) layer?.addTo(map).bringToBack(); });
    };
    map.on("zoomend", showMunicipalities);
    showMunicipalities();

    // One place: a page about one company.
    if (data.point) {
        const mark = document.createElement("span");
        mark.className = "mark here";
        L.marker(degrees(data.point), { icon: L.divIcon({ html: mark, className: "map-group", iconSize: null }), keyboard: false, interactive: false }).addTo(map);
        return;
    }

    // Groups: each a button, drawn anew after every move.
    const layer = L.layerGroup().addTo(map);
    const layers = [...frame.querySelectorAll("[data-layer]")];
    const listLink = frame.querySelector("[data-list]");
    const legend = frame.querySelector("[data-legend]");
    if (data.box) L.rectangle(bounds(degrees(data.box)), { className: "drawn", interactive: false }).addTo(map);

    const button = (group) => {
        const isPlace = Boolean(group.url);
        const element = document.createElement(isPlace ? "a" : "button");
        if (isPlace) element.href = group.url;
        else element.type = "button";
        const size = group.weight >= 10000 ? "xl" : group.weight >= 1000 ? "l" : group.weight >= 100 ? "m" : "s";
        element.className = `group-button ${group.kind} ${size} ${group.mark}`.trim();
        element.dataset.key = group.key;
        element.setAttribute("aria-label", isPlace ? group.label : `${group.label}, ${data.zooms}`);
        element.title = group.label;
        const sign = group.sign ? `${group.sign} ` : "";
        element.textContent = group.kind === "school" && group.weight === 1 ? group.sign : sign + group.count;
        if (!isPlace) {
            element.addEventListener("click", () => {
                map.fitBounds(bounds(group.box), { padding: [40, 40], maxZoom: Math.min(map.getZoom() + 3, 17), animate: !isCalm });
                canvas.focus({ preventScroll: true });
            });
        }
        L.DomEvent.disableClickPropagation(element);
        return element;
    };

    const draw = (groups) => {
        const focused = document.activeElement?.dataset?.key;
        layer.clearLayers();
        for (const group of groups) {
            const icon = L.divIcon({ html: button(group), className: "map-group", iconSize: null });
            L.marker([group.lat, group.lon], { icon, keyboard: false, zIndexOffset: group.kind === "company" ? 0 : 500 }).addTo(layer);
        }
        if (focused) frame.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    };

    let running = null;
    const refresh = async () => {
        running?.abort();
        const mine = new AbortController();
        running = mine;
        const url = new URL(data.source, location.href);
        const view = map.getBounds();
        const rounded = [view.getSouth(), view.getWest(), view.getNorth(), view.getEast()].map((value) => value.toFixed(5));
        url.searchParams.set("zicht", rounded.join(","));
        url.searchParams.set("zoom", String(map.getZoom()));
        for (const box of layers) if (box.checked) url.searchParams.append("laag", box.dataset.layer);
        try {
            const answer = await fetched(url, mine.signal);
            draw(answer.groups);
            status.textContent = answer.status;
            listLink.href = answer.list;
            frame.dataset.drawn = String(Number(frame.dataset.drawn ?? 0) + 1);
        } catch (error) {
            if (error.name !== "AbortError") status.textContent = data.failed;
        }
    };
    map.on("moveend", refresh);
    for (const box of layers) {
        box.addEventListener("change", () => {
            if (box.dataset.layer === "sector") legend.hidden = !box.checked;
            refresh();
        });
    }
    refresh();

    // A box: by the button or with shift, from corner to corner.
    const drawButton = frame.querySelector("[data-draw]");
    const drawHint = frame.querySelector("[data-drawing]");
    const isDrawing = () => drawButton.getAttribute("aria-pressed") === "true";
    const setDrawing = (isOn) => {
        drawButton.setAttribute("aria-pressed", String(isOn));
        drawHint.hidden = !isOn;
        canvas.classList.toggle("drawing", isOn);
        if (isOn) map.dragging.disable();
        else map.dragging.enable();
    };
    drawButton.addEventListener("click", () => setDrawing(!isDrawing()));
    frame.addEventListener("keydown", (event) => { if (event.key === "Escape") setDrawing(false); });
    let start = null;
    let preview = null;
    canvas.addEventListener("pointerdown", (event) => {
        if (event.target.closest("a, button") || !(isDrawing() || event.shiftKey)) return;
        event.preventDefault();
        event.stopPropagation();
        map.dragging.disable();
        canvas.setPointerCapture(event.pointerId);
        start = map.mouseEventToLatLng(event);
        preview = L.rectangle(L.latLngBounds(start, start), { className: "drawn", interactive: false }).addTo(map);
    }, { capture: true });
    canvas.addEventListener("pointermove", (event) => {
        if (start) preview.setBounds(L.latLngBounds(start, map.mouseEventToLatLng(event)));
    });
    const finish = (event) => {
        if (!start) return;
        const drawn = L.latLngBounds(start, map.mouseEventToLatLng(event));
        preview.remove();
        start = null;
        setDrawing(false);
        const [south, west, north, east] = [drawn.getSouth(), drawn.getWest(), drawn.getNorth(), drawn.getEast()];
        if (event.type === "pointercancel" || north - south < 0.001 || east - west < 0.001) return;
        const url = new URL(listLink.href);
        url.searchParams.set("kader", [south, west, north, east].map((value) => value.toFixed(5)).join(","));
        location.assign(url);
    };
    canvas.addEventListener("pointerup", finish);
    canvas.addEventListener("pointercancel", finish);

    // On a phone the list may be nearer without the map.
    const toggle = frame.querySelector("[data-toggle]");
    const content = frame.querySelector("#kaart-inhoud");
    toggle.addEventListener("click", () => {
        content.hidden = !content.hidden;
        toggle.setAttribute("aria-expanded", String(!content.hidden));
        toggle.textContent = content.hidden ? toggle.dataset.show : toggle.dataset.hide;
        if (!content.hidden) map.invalidateSize();
    });
})();

// While somebody types a municipality, a place or an activity: what could be meant, as choices of the browser.
for (const holder of document.querySelectorAll("[data-suggests]")) {
    const field = holder.dataset.suggests;
    if (!["gemeente", "rond", "activiteit"].includes(field)) continue;
    const input = holder.querySelector("input");
    const list = document.createElement("datalist");
    list.id = `${field}-keuzes`;
    input.after(list);
    input.setAttribute("list", list.id);
    let waiting = 0;
    let running = null;
    input.addEventListener("input", () => {
        clearTimeout(waiting);
        running?.abort();
        if (input.value.trim().length < 2) return;
        waiting = setTimeout(async () => {
            running = new AbortController();
            const query = new URLSearchParams({ veld: field, tekst: input.value });
            try {
                const answer = await fetch(`/radar/suggesties.json?${query}`, { signal: running.signal });
                if (!answer.ok) return;
                list.replaceChildren(...(await answer.json()).map(({ value, label }) => {
                    const option = document.createElement("option");
                    option.value = value;
                    option.label = label;
                    return option;
                }));
            } catch { /* Somebody typed on, or the server is away: the list stays as it was. */ }
        }, 150);
    });
}
