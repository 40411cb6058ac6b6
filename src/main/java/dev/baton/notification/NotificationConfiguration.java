package dev.baton.notification;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of this module. */
@Configuration
@EnableConfigurationProperties({MailSettings.class, NotificationSettings.class})
class NotificationConfiguration {}
