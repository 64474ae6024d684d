/* On the page at an old address: on to the new one, with the `#…` by which people cite a paragraph. */
location.replace(document.currentScript.dataset.to + location.search + location.hash)
