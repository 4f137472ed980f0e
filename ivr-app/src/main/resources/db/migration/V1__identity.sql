-- Who was invited. Times of day and dates are local to Hessen, instants are UTC.
CREATE TABLE person (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  birth_date DATE NOT NULL,
  name VARCHAR(100) NOT NULL,
  postcode CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE KEY person_code (code),
  CONSTRAINT person_code_form CHECK (code REGEXP '^[1-9][0-9]{9}$'),
  CONSTRAINT person_postcode_form CHECK (postcode REGEXP '^[0-9]{5}$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_german2_ci;

-- Wrong tries, by the code that was keyed, whether somebody has such a code or not: so a lock
-- tells nothing. No foreign key for that reason.
CREATE TABLE code_attempt (
  code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  wrong_tries INT NOT NULL,
  locked_until DATETIME(3) NULL,
  last_try DATETIME(3) NOT NULL,
  KEY code_attempt_age (last_try),
  CONSTRAINT code_attempt_count CHECK (wrong_tries >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
