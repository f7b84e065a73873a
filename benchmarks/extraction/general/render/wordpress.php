<?php
// Fills a fresh WordPress with our articles, two comments each. Call: php wordpress.php WORDPRESS_FOLDER ARTICLES.json
// Then: php wordpress.php WORDPRESS_FOLDER theme THEME LANGUAGE  (switches what the next pages look like)
$_SERVER['HTTP_HOST'] = '127.0.0.1:8099';
define('WP_INSTALLING', ($argv[2] ?? '') !== 'theme');
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

if ($argv[2] === 'theme') {
    $locales = ['de' => 'de_DE', 'en' => '', 'fr' => 'fr_FR', 'es' => 'es_ES'];
    switch_theme($argv[3]);
    update_option('WPLANG', $locales[$argv[4]]);
    update_option('date_format', ['de' => 'j. F Y', 'en' => 'F j, Y', 'fr' => 'j F Y', 'es' => 'j \d\e F \d\e Y'][$argv[4]]);
    exit;
}
wp_install('Notizen am Rand', 'verwalter', 'mail@example.org', true, '', 'geheim-12345');
wp_delete_post(1, true);
update_option('comment_previously_approved', 0);
update_option('comment_moderation', 0);
foreach (json_decode(file_get_contents($argv[2]), true) as $article) {
    $login = $article['author'] ? sanitize_user(sanitize_title($article['author'])) : 'redaktion';
    $user = username_exists($login) ?: wp_insert_user([
        'user_login' => $login, 'user_pass' => 'geheim-12345', 'display_name' => $article['author'] ?: 'Redaktion',
        'description' => $article['profile'], 'role' => 'author']);
    $post = wp_insert_post([
        'post_title' => $article['title'], 'post_content' => $article['html'], 'post_status' => 'publish',
        'post_name' => $article['slug'], 'post_author' => $user, 'post_date' => $article['day'] . ' 10:12:00',
        'tags_input' => $article['tags'], 'comment_status' => 'open']);
    foreach ($article['comments'] as $number => $text) {
        wp_insert_comment(['comment_post_ID' => $post, 'comment_author' => ['Karla', 'Bernd'][$number], 'comment_approved' => 1,
            'comment_content' => $text, 'comment_date' => date('Y-m-d H:i:s', strtotime($article['day'] . " +9 days")),
            'comment_date_gmt' => date('Y-m-d H:i:s', strtotime($article['day'] . " +9 days"))]);
    }
}
