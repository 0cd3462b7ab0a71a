package org.enrol.consent.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A published version of the terms or the privacy notice. The text stands on its page; a new text is a new version. */
@Entity
public class Notice {

    /** What people are asked to accept. */
    public enum Kind { TERMS, PRIVACY }

    @EmbeddedId
    private Key key;
    @Column(nullable = false)
    private Instant publishedAt;

    protected Notice() {
    }

    public Key key() {
        return key;
    }

    /** A kind and its version, counted from 1. */
    @Embeddable
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        @Enumerated(EnumType.STRING)
        private Kind kind;
        private int version;

        protected Key() {
        }

        public Key(Kind kind, int version) {
            this.kind = kind;
            this.version = version;
        }

        public Kind kind() {
            return kind;
        }

        public int version() {
            return version;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && kind == that.kind && version == that.version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, version);
        }
    }
}
