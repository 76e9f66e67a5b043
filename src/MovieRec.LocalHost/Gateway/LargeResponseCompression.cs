using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using MovieRec.Api.Http;

namespace MovieRec.LocalHost.Gateway;

/// <summary>Compression of JSON responses from a minimum size, like <c>minimumCompressionSize</c> of the stage.</summary>
internal sealed class LargeResponseCompression(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
    : ResponseCompressionProvider(services, options)
{
    public override bool ShouldCompressResponse(HttpContext context) =>
        context.Response.ContentLength >= GatewayCompression.MinBytes && base.ShouldCompressResponse(context);
}
