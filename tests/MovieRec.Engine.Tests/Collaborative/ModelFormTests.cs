using System.Security.Cryptography;
using MovieRec.Engine.Collaborative;
using MovieRec.Engine.Collaborative.Training;
using MovieRec.Engine.Tests.Collaborative.Training;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Tests.Collaborative;

/// <summary>Round trip of a model; other input is rejected with a reason and without an exception.</summary>
public sealed class ModelFormTests
{
    private static readonly byte[] s_written = Write(seed: 1);

    [Fact]
    public void Model_WrittenAndRead_IsTheSame()
    {
        var interactions = EaseTests.Random(50, 30, seed: 1);
        var weights = Trainer.Train(interactions, new TrainingOptions(), null, CancellationToken.None);
        ModelReader.TryRead(s_written, out var model, out _).ShouldBeTrue();
        model!.UserCount.ShouldBe(50);
        model.ItemCount.ShouldBe(30);
        model.WeightCount.ShouldBe(weights.Count);
        for (var item = 0; item < 30; item++)
        {
            model.TryFind(GetKey(item), out var found).ShouldBeTrue();
            found.ShouldBe(item);
            model.GetUsers(item).ShouldBe(interactions.GetUsers(item).Length);
            model.GetTargets(item).ToArray().ShouldBe(weights.GetTargets(item).ToArray());
            for (var i = 0; i < model.GetWeights(item).Length; i++)
            {
                ((float)model.GetWeights(item)[i])
                    .ShouldBe(weights.GetWeights(item)[i], Math.Abs(weights.GetWeights(item)[i]) / 1000 + 1e-7);
            }
        }
    }

    [Fact]
    public void Version_OtherContent_IsAnother()
    {
        ModelReader.TryRead(s_written, out var one, out _);
        ModelReader.TryRead(Write(seed: 2), out var other, out _);
        one!.Version.ShouldMatch("^ease-1-[0-9a-f]{8}$");
        one.Version.ShouldNotBe(other!.Version);
    }

    [Fact]
    public void TryRead_AnyByteChanged_Refuses()
    {
        for (var at = 0; at < s_written.Length; at += 7)
        {
            var damaged = (byte[])s_written.Clone();
            damaged[at] ^= 0x10;
            ModelReader.TryRead(damaged, out _, out var reason).ShouldBeFalse();
            reason.ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void TryRead_CutShort_Refuses()
    {
        for (var length = 0; length < s_written.Length; length += 11)
            ModelReader.TryRead(s_written.AsSpan(0, length), out _, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "it is no model of MovieRec")]
    [InlineData("PK a zip file that was put there by mistake, long enough", "it is no model of MovieRec")]
    [InlineData("MRCM\u0009 a model of a later program, which has another form inside", "it is of format 9, and this program reads 1")]
    public void TryRead_Foreign_SaysWhat(string text, string reason)
    {
        ModelReader.TryRead(System.Text.Encoding.Latin1.GetBytes(text), out _, out var said).ShouldBeFalse();
        said.ShouldBe(reason);
    }

    [Fact]
    public void TryRead_RandomBodyWithRightChecksum_NeverThrows()
    {
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
        {
            var body = new byte[random.Next(5, 200)];
            random.NextBytes(body);
            if (i % 2 == 0)
                s_written.AsSpan(0, Math.Min(body.Length, s_written.Length)).CopyTo(body);
            "MRCM\u0001"u8.CopyTo(body);
            ModelReader.TryRead([.. body, .. SHA256.HashData(body)], out _, out _);
        }
    }

    private static TitleKey GetKey(int item) => new((MediaKind)(item % 2), (item * 1_000_003L) + 1);

    private static byte[] Write(int seed)
    {
        var interactions = EaseTests.Random(50, 30, seed);
        var weights = Trainer.Train(interactions, new TrainingOptions(), null, CancellationToken.None);
        return ModelWriter.Write([.. Enumerable.Range(0, 30).Select(GetKey)], interactions, weights);
    }
}
