using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MovieRec.Sqlite.Emails;

/// <summary>An email as it was typed, without the spaces around it.</summary>
internal readonly record struct EmailAddress
{
    private const int MaxLength = 254;
    private const int MaxLocalLength = 64;

    private static readonly IdnMapping s_domains = new();

    private EmailAddress(string text) => Text = text;

    public string Text { get; }

    /// <summary>Form by which emails are compared: case does not matter, and a domain is its form in ASCII (RFC 5891, punycode).</summary>
    public string Key
    {
        get
        {
            var lower = Text.ToLowerInvariant();
            return DomainInAscii(lower) is { } domain ? string.Concat(lower.AsSpan(0, lower.LastIndexOf('@') + 1), domain) : lower;
        }
    }

    /// <summary>Stands for the email where it need not be known, as in counts for emails that have no account.</summary>
    public byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes(Key));

    /// <summary>Whether mail could be sent to it: one @ with text on both sides (RFC 5321, 4.5.3.1 for the lengths), and nothing in it
    /// that would mean something else in a mail's header or on a page. A domain of one word is taken: there are local networks.</summary>
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

    /// <summary>Returns null for a domain that has no form in ASCII. One of ASCII is taken as it is, also beyond DNS's lengths.</summary>
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
