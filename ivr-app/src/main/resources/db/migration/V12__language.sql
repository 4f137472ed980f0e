-- The language that somebody at a number has chosen, so that they are greeted in it. A number is
-- personal data: a row goes when nobody has called from it for as long as the setting says.
CREATE TABLE caller_language (
  phone VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  used_at DATETIME(3) NOT NULL,
  KEY caller_language_age (used_at),
  CONSTRAINT caller_language_phone CHECK (phone REGEXP '^[+][1-9][0-9]{6,14}$'),
  CONSTRAINT caller_language_known
    CHECK (language IN ('de', 'en', 'tr', 'ru', 'uk', 'pl', 'it', 'ar'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- For whoever calls for the first time, from the number in their invitation.
CREATE INDEX person_phone ON person (phone);
