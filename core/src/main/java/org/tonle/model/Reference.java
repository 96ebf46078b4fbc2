package org.tonle.model;

/// A publication, data set or law that figures come from.
public record Reference(
    String key, String title, String publisher, String year, String url, String licence) {}
