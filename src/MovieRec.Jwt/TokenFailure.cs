using System.Globalization;

namespace MovieRec.Jwt;

/// <summary>Rejection of a token, with the details that a log needs.</summary>
/// <param name="Reason">The rule that rejected it.</param>
/// <param name="Expected">The requirement of the rule, in words.</param>
/// <param name="Actual">
/// The value found, in words; never the token or its signature. Parts of a token are cut to 100 characters and cleared of control
/// characters, so that they cannot forge a line of the log.
/// </param>
public sealed record TokenFailure(FailureReason Reason, string Expected, string Actual)
{
    private const int MaxQuoted = 100;

    /// <summary>True if the keys were not available (respond with 503); false if the token is bad (401).</summary>
    /// <remarks>Without the keys nothing is known about the token.</remarks>
    public bool KeysUnavailable => Reason is FailureReason.KeysUnavailable;

    /// <summary>Formats one line for the log.</summary>
    public override string ToString() => $"{Reason}: expected {Expected}, got {Actual}";

    /// <summary>Makes text of unknown origin safe for a line of a log.</summary>
    internal static string Quote(string text) =>
        text.Length == 0 ? "(empty)" : string.Create(Math.Min(text.Length, MaxQuoted), text, static (target, source) =>
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = IsPrintable(source[i]) ? source[i] : '?';
    });

    // Format characters reverse or hide text on a terminal; halves of surrogate pairs break encoders after the cut.
    private static bool IsPrintable(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned);
}
