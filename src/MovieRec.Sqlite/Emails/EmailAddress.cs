using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MovieRec.Sqlite.Emails;

/// <summary>Email address as it was typed, without surrounding spaces.</summary>
internal readonly record struct EmailAddress
{
    private const int MaxLength = 254;
    private const int MaxLocalLength = 64;

    private static readonly IdnMapping s_domains = new();

    private EmailAddress(string text) => Text = text;

    public string Text { get; }

    /// <summary>Form in which emails are compared: in lower case, with the domain in ASCII (RFC 5891, punycode).</summary>
    public string Key
    {
        get
        {
            var lower = Text.ToLowerInvariant();
            return DomainInAscii(lower) is { } domain ? string.Concat(lower.AsSpan(0, lower.LastIndexOf('@') + 1), domain) : lower;
        }
    }

    /// <summary>SHA-256 of the key, for data that need not contain the email, such as counts for emails without an account.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Key));

    /// <summary>True if mail could be sent to it.</summary>
    /// <remarks>
    /// It has one @ with text on both sides (RFC 5321, 4.5.3.1 for the lengths), and no character with a meaning in a mail's header or on a
    /// page. A domain of one word is accepted, since local networks have such domains.
    /// </remarks>
    public bool IsValid
    {
        get
        {
            var at = Text.IndexOf('@', StringComparison.Ordinal);
            if (at is <= 0 or > MaxLocalLength || at != Text.LastIndexOf('@') || Text.Length > MaxLength || Text.Any(IsForbidden))
                return false;
            var labels = Text[(at + 1)..].Split('.');
            return DomainInAscii(Text) is not null && labels.All(label => label.Length > 0 && label[0] != '-' && label[^1] != '-');
        }
    }

    public static EmailAddress Parse(string text) => new(text.Trim());

    /// <summary>Returns the domain in ASCII; null if it has no such form.</summary>
    /// <remarks>A domain in ASCII is returned unchanged, even if it exceeds the length limits of DNS.</remarks>
    private static string? DomainInAscii(string email)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..];
        if (Ascii.IsValid(domain))
            return domain;
        try
        {
            return s_domains.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsForbidden(char character) =>
        char.IsWhiteSpace(character) || "<>()[]\\,;:\"".Contains(character, StringComparison.Ordinal)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
