/* From a page that is not ours, instant navigation brings a page of ours without its styles and scripts. */
if (!document.documentElement.classList.contains("sj-js")) location.reload()
