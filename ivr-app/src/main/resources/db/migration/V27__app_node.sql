-- Nodes of the application: how many calls each has, when it was last there, and whether an operator lets it run empty.
CREATE TABLE app_node (
  name VARCHAR(100) NOT NULL PRIMARY KEY,
  calls INT UNSIGNED NOT NULL,
  seen_at DATETIME(3) NOT NULL,
  drained_at DATETIME(3) NULL
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
