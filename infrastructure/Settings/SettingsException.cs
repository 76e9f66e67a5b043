namespace MovieRec.Infrastructure.Settings;

/// <summary>What the app was given cannot be used; the message is one sentence that names the key and shows an example.</summary>
public sealed class SettingsException(string message) : Exception(message);
