package org.tonle.model;

/// Reference for numbers: a publication, data set or law.
public record Reference(
    String key, String title, String publisher, String year, String url, String licence) {}
