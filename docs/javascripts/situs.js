/* Sharing: the phone's own share sheet where there is one, else WhatsApp (a plain link) and copying. */
(() => {
  for (const row of document.querySelectorAll("[data-bagikan]")) {
    const { judul: title, alamat: url } = row.dataset;
    const device = row.querySelector("[data-bagikan-perangkat]");
    const whatsapp = row.querySelector("[data-bagikan-wa]");
    const copy = row.querySelector("[data-bagikan-salin]");
    const status = row.querySelector("[role=status]");

    if (navigator.share) {
      device.hidden = false;
      whatsapp.hidden = true;
      device.addEventListener("click", () => {
        navigator.share({ title, url }).catch(() => {}); // closing the sheet is not an error
      });
    }
    if (navigator.clipboard) {
      copy.hidden = false;
      copy.addEventListener("click", async () => {
        await navigator.clipboard.writeText(url);
        status.textContent = copy.dataset.tersalin;
      });
    }
  }
})();
