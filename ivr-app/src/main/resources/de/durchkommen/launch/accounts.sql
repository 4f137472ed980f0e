CREATE DATABASE IF NOT EXISTS durchkommen CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE OR REPLACE USER 'durchkommen'@'127.0.0.1' IDENTIFIED BY '@DB_PASSWORD@';
GRANT ALL PRIVILEGES ON durchkommen.* TO 'durchkommen'@'127.0.0.1';
DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');
DROP DATABASE IF EXISTS test;
FLUSH PRIVILEGES;
ALTER USER 'root'@'localhost' IDENTIFIED VIA unix_socket;
