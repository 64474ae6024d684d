"""What machines read: feeds, cards of links, linked data, sitemap, redirects, search documents."""
