using System.Text.Json;
using MovieRec.Engine.Feedback;
using MovieRec.Engine.Recommending;

namespace MovieRec.Api.Recommendations;

/// <summary>What is known of a user, out of a preferences document and lists.</summary>
public static class TasteOf
{
    /// <summary>Reads a document as the service does; null for a user who saved none.</summary>
    public static UserTaste Document(JsonElement? document, IReadOnlyList<TasteSignal> signals) =>
        document is not { ValueKind: JsonValueKind.Object } said
        ? new UserTaste { Signals = signals }
        : new UserTaste { Preferences = TasteReader.Preferences(said), Signals = signals, Dismissed = TasteReader.Dismissed(said) };
}
