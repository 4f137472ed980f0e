CREATE OR REPLACE USER 'bench'@'127.0.0.1' IDENTIFIED BY '@DB_PASSWORD@';
GRANT ALL PRIVILEGES ON `bench\_%`.* TO 'bench'@'127.0.0.1';
DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');
FLUSH PRIVILEGES;
