namespace MovieRec.Jwt;

/// <summary>Shared checks and wording of <see cref="ClientIds"/> and <see cref="Scopes"/>.</summary>
internal static class AcceptedNames
{
    // A copy: a caller that changes its array later must not change what is accepted.
    public static string[] Checked(string[] names, string setting)
    {
        if (names is not { Length: > 0 })
            throw new ArgumentException($"Name at least one of {setting}, or use {setting}.{nameof(ClientIds.NotChecked)}.", nameof(names));
        if (names.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException($"One of {setting} is empty: is the setting that it comes from missing?", nameof(names));
        return [.. names];
    }

    public static string InWords(string[]? names) =>
        names switch { null => "any (not checked)", [var one] => one, _ => "one of " + string.Join(", ", names) };
}
